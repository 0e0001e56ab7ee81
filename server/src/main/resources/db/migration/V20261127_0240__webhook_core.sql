-- Addresses of other systems that a company wants told, and what is or was sent to each.
create table webhook_endpoint (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null references org (id),
    name        text        not null check (char_length(name) between 1 and 40),
    url         text        not null check (char_length(url) <= 500),
    topics      text[]      not null,                 -- '*' is all
    with_values boolean     not null,                 -- also what forms say
    intranet    boolean     not null,                 -- the address is meant to be one of the operator's own networks
    enabled     boolean     not null,
    secret      bytea       not null,                 -- sealed
    changed_by  bigint      not null references principal (id),
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    unique (org_id, id),
    unique (org_id, name)
);

create table webhook_delivery (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null,
    endpoint_id bigint      not null,
    topic       text        not null,
    event_key   text        not null check (char_length(event_key) <= 200),
    content     bytea,                                -- sealed; null a month after the end
    state       text        not null check (state in ('QUEUED', 'SENDING', 'DELIVERED', 'DEAD')),
    attempts    integer     not null default 0,
    status      integer,                              -- of the last answer
    failure     text,                                 -- of the last attempt
    created_at  timestamptz not null,
    due_at      timestamptz not null,
    give_up_at  timestamptz not null,
    sending_at  timestamptz,
    ended_at    timestamptz,
    unique (org_id, endpoint_id, event_key),
    foreign key (org_id, endpoint_id) references webhook_endpoint (org_id, id) on delete cascade
) with (fillfactor = 70);
create index webhook_delivery_due_idx on webhook_delivery (org_id, endpoint_id, due_at) where state = 'QUEUED';
create index webhook_delivery_late_idx on webhook_delivery (give_up_at) where state = 'QUEUED';
create index webhook_delivery_sending_idx on webhook_delivery (sending_at) where state = 'SENDING';
create index webhook_delivery_list_idx on webhook_delivery (org_id, endpoint_id, id desc);
create index webhook_delivery_ended_idx on webhook_delivery (ended_at) where content is not null and ended_at is not null;
