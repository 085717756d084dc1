printf 'id,name,status,phone,inquiry_at\nA1,新井 梅,lost,09001112222,2026-08-01 10:00\nA2,丁田 竹,active,09001113333,\n' > book/clients.csv; intake add -f id,name,phone,inquiry_at form.csv; echo "exit $?"
