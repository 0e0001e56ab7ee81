-- Every move of a run in one order for each company, so that a program can ask what is new. The lock of the counter makes the
-- order of numbers the order of commits.
create table approvalopen_counter (
    org_id bigint primary key references org (id),
    last   bigint not null
) with (fillfactor = 50);

create table approvalopen_change (
    org_id      bigint      not null,
    no          bigint      not null,
    approval_id bigint      not null,
    version     integer     not null,
    at          timestamptz not null,
    primary key (org_id, no),
    unique (org_id, approval_id, version)
);
create index approvalopen_change_at_idx on approvalopen_change (at);

-- Nodes that wait for the answer of another system.
create table approvalopen_hook (
    org_id      bigint      not null,
    approval_id bigint      not null,
    frame       integer     not null,
    token_hash  bytea       not null unique,
    called_at   timestamptz not null,
    answered_at timestamptz,
    ok          boolean,
    primary key (org_id, approval_id, frame)
);
