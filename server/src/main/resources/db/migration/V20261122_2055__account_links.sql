-- A link always lets somebody into one company.
alter table account_link alter column org_id set not null;
