printf 't,n\n0,10\n1,6\n2,6\n' | ltv forecast --time t --alive n - --curve --horizon 2 -f time,observed,survival -o table --lang en
