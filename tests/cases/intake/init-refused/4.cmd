intake init full/notes.txt --kind day_service
