intake brief -o text --lang en G3
