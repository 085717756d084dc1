intake brief
