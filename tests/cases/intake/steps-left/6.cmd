intake steps --each -w 'status: lost'
