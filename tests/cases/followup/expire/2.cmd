followup expire -o table --lang ja A01 A02 A06
