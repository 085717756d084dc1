intake brief -o text -e -w 'status: active'
