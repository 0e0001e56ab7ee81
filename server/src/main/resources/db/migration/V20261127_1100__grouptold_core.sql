-- Customers are told of what is said in groups while their page is closed. docs/decisions/0036 explains it.

-- Stretches of groups' logs that nobody has looked through yet.
create table grouptold_feed (
    id              bigint generated always as identity primary key,
    org_id          bigint not null,
    conversation_id bigint not null,
    first_seq       bigint not null
);

-- One row for a customer and a group: until where he was told, and when to look again.
create table grouptold_call (
    customer_id     bigint      not null,
    conversation_id bigint      not null,
    org_id          bigint      not null,
    told_seq        bigint      not null,
    told_at         timestamptz,
    mailed_at       timestamptz,
    unpushed        boolean     not null default false, -- no device took the push of who mentioned him
    due_at          timestamptz,                        -- null: nothing to tell
    primary key (customer_id, conversation_id)
) with (fillfactor = 80);
create index grouptold_call_due_idx on grouptold_call (due_at) where due_at is not null;

-- Customers who want to hear nothing of a group. The row outlives that they leave it: who comes back is left alone.
create table grouptold_quiet (
    org_id          bigint      not null references org (id),
    customer_id     bigint      not null references principal (id),
    conversation_id bigint      not null,
    at              timestamptz not null,
    primary key (org_id, customer_id, conversation_id)
);
