intake brief -f id,tags,route,prepare,evidence,team,concern
