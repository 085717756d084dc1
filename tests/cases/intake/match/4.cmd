printf 'id,adl,needs\nX1,99,meals\n' | intake match - -o jsonl
