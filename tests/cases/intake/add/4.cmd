printf "name\n竹田 マツ\n" | intake add; printf "name,phone\n竹田マツ,03-0999-0000\n" | intake add
