intake brief -w 'tags: has dementia meals' -f id
