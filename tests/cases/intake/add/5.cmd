printf "id,name\nR009,桑田イネ\nR007,竹田 マツ\n" | intake add; echo "exit $?"
