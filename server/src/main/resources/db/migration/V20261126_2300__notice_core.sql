-- What is carried to people outside the socket: the queue and the record. docs/decisions/0007.
create table notice_order (
    id           bigint      generated always as identity primary key,
    org_id       bigint      not null references org (id),
    order_key    text        not null check (char_length(order_key) between 1 and 120),
    channel      text        not null check (channel in ('EMAIL', 'SMS', 'VOICE', 'PUSH')),
    principal_id bigint      references principal (id),
    address      text        check (char_length(address) <= 320), -- of people without an account
    locale       text        not null,
    content      jsonb,                                           -- null: emptied some time after the end
    asks         boolean     not null,
    state        text        not null default 'QUEUED'
                             check (state in ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'FAILED', 'CANCELLED')),
    reason       text        check ((state = 'FAILED') = (reason is not null)),
    attempts     integer     not null default 0,
    units        integer     not null default 0,
    carrier      text,                                            -- the kind that carried it
    reference    text,                                            -- the provider's name for it
    answer       text        check (char_length(answer) <= 500),
    due_at       timestamptz not null,
    not_after    timestamptz not null,
    sending_at   timestamptz,
    rang_at      timestamptz,
    moved_at     timestamptz not null,
    created_at   timestamptz not null,
    check ((principal_id is null) <> (address is null)),
    check ((state = 'SENDING') = (sending_at is not null)),
    unique (org_id, order_key)
);
-- What is to be sent next.
create index notice_order_due_idx on notice_order (channel, due_at, id) where state = 'QUEUED';
-- What a crash left in the middle.
create index notice_order_sending_idx on notice_order (sending_at) where state = 'SENDING';
-- Receipts name the provider's reference.
create index notice_order_reference_idx on notice_order (org_id, carrier, reference) where reference is not null;
-- The administrator's list, newest first, whole and by state.
create index notice_order_list_idx on notice_order (org_id, id);
create index notice_order_state_idx on notice_order (org_id, state, id);

-- How a company's channels are connected. The settings are sealed: they hold passwords.
create table notice_carrier (
    org_id          bigint      not null references org (id),
    channel         text        not null check (channel in ('EMAIL', 'SMS', 'VOICE', 'PUSH')),
    kind            text        not null,
    settings        bytea       not null,
    enabled         boolean     not null,
    per_minute      integer     not null check (per_minute between 1 and 600000),
    price_fen       integer     not null default 0 check (price_fen between 0 and 1000000), -- of one unit, for the estimate
    version         integer     not null default 1,
    updated_by      bigint      not null references principal (id),
    updated_at      timestamptz not null,
    primary key (org_id, channel)
);
