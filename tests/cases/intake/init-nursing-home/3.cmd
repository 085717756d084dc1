intake init -n new --kind nursing_home --country cn --lang en | grep csv; [ ! -e new ] && echo nothing was made
