intake brief | intake brief - -f id,route
