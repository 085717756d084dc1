intake brief -r own.yaml G2 G4 -f id,route,prepare,status
