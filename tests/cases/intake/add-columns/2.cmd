intake add -f name form.csv && iconv -f CP932 -t UTF-8 book/clients.csv | od -An -c | grep -c "\\\\r"; iconv -f CP932 -t UTF-8 book/clients.csv | tr -d "\r"
