followup expire -o json -w 'status: lost' -f id,inquiry_at,until,late
