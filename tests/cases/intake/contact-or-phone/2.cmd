intake c.csv -f id,contact,family_name,family_phone; intake d.csv -f id,phone,family_contact
