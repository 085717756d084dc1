intake brief -o text -w 'status: active'
