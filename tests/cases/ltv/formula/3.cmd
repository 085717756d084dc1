ltv formula --margin 0.6 --discount 5%
