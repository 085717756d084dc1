referral lint gift.txt --to center -o table --lang zh
