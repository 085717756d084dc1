intake match -f id,package
