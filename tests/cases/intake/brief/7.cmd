intake brief -o table --lang ja -f id,tags,concern G1
