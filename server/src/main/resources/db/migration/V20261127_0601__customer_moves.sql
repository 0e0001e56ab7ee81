-- How many customers an employee won and lost on a day.
create index customer_relation_opened_idx on customer_relation (org_id, member_id, opened_at);
create index customer_relation_closed_idx on customer_relation (org_id, member_id, closed_at) where closed_at is not null;
