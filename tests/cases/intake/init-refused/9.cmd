intake init nowhere/new --kind home_help
