-- Customers are told of answers by Web Push, else by e-mail: when each was done last, and which answers can go by e-mail only.
alter table visit_told
    alter column at drop not null,
    add column pushed_at timestamptz,
    add check (at is not null or pushed_at is not null);

alter table visit_reply
    add column mail boolean not null default false;   -- a push did not arrive
