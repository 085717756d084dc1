ltv formula --paid residual
