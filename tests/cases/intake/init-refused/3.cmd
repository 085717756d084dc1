mkdir new && : >new/.hidden && intake init new --kind day_service
