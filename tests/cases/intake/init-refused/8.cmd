intake init new --kind home_help --country de
