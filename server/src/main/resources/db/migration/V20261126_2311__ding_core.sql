-- Something nobody may miss. docs/decisions/0007.
create table ding_schedule (
    id           bigint      generated always as identity primary key,
    org_id       bigint      not null references org (id),
    sender_id    bigint      not null references principal (id),
    client_key   text        not null check (char_length(client_key) between 1 and 64),
    draft        jsonb       not null,
    recurrence   jsonb       not null,
    link_base    text        not null,
    next_at      timestamptz,
    ended_reason text        check (ended_reason in ('OVER', 'STOPPED', 'REFUSED')),
    last_code    text,
    created_at   timestamptz not null,
    check ((next_at is null) = (ended_reason is not null)),
    unique (org_id, sender_id, client_key)
);
create index ding_schedule_due_idx on ding_schedule (next_at) where next_at is not null;

create table ding (
    id              bigint      generated always as identity primary key,
    org_id          bigint      not null references org (id),
    sender_id       bigint      not null references principal (id),
    client_key      text        not null check (char_length(client_key) between 1 and 80),
    text            text        not null check (char_length(text) <= 2000),
    recording_id    bigint,
    attachment_id   bigint,
    source          text        not null check (source in ('CHAT', 'WORKBENCH', 'API')),
    ladder          jsonb       not null,
    override_reason text        check (char_length(override_reason) <= 200),
    link_base       text        not null,
    schedule_id     bigint      references ding_schedule (id),
    rounds          integer     not null default 0, -- how often the unconfirmed were reminded
    reminded_at     timestamptz,
    send_at         timestamptz not null,
    expires_at      timestamptz not null,
    recalled_at     timestamptz,
    created_at      timestamptz not null,
    unique (org_id, sender_id, client_key)
);
create index ding_sent_idx on ding (org_id, sender_id, id);

-- One person or telephone number. step and due_at say what the clock does next and when; base_at is where the ladder's minutes
-- are counted from, moved by what quiet hours postponed.
create table ding_recipient (
    id             bigint      generated always as identity primary key,
    org_id         bigint      not null references org (id),
    ding_id        bigint      not null references ding (id),
    principal_id   bigint      references principal (id),
    phone          text        check (phone ~ '^\+[0-9]{6,15}$'),
    name           text        not null check (char_length(name) <= 64), -- of somebody without an account
    locale         text        not null,
    ways           text[]      not null,
    state          text        not null check (state in ('WAITING', 'CONFIRMED', 'GAVE_UP', 'RECALLED', 'REFUSED')),
    reason         text        check ((state = 'REFUSED') = (reason is not null)),
    step           integer     not null default 0,
    base_at        timestamptz not null,
    due_at         timestamptz,
    alerted_at     timestamptz,
    opened_at      timestamptz,
    confirmed_at   timestamptz,
    confirmed_way  text        check (confirmed_way in ('APP', 'LINK', 'SMS', 'VOICE', 'STAND_IN')),
    confirmed_by   bigint      references principal (id),
    check ((principal_id is null) <> (phone is null)),
    check ((state = 'WAITING') = (due_at is not null)),
    check ((state = 'CONFIRMED') = (confirmed_at is not null) and (confirmed_at is null) = (confirmed_way is null)),
    unique (ding_id, principal_id),
    unique (ding_id, phone)
);
-- What the clock does next.
create index ding_recipient_due_idx on ding_recipient (due_at, id) where due_at is not null;
-- What I have received, and what waits for me.
create index ding_recipient_inbox_idx on ding_recipient (org_id, principal_id, id);
create index ding_recipient_waiting_idx on ding_recipient (org_id, principal_id, id) where state = 'WAITING';
-- The sender's board.
create index ding_recipient_board_idx on ding_recipient (ding_id, id);

-- What was done, one row for ever for each way of each step: the unique key is what keeps a step from happening twice.
create table ding_step (
    id           bigint      generated always as identity primary key,
    org_id       bigint      not null references org (id),
    ding_id      bigint      not null references ding (id),
    recipient_id bigint      not null references ding_recipient (id),
    round        integer     not null,
    step         integer     not null,
    way          text        not null check (way in ('APP', 'PUSH', 'EMAIL', 'SMS', 'VOICE')),
    target       text        not null check (target in ('PERSON', 'DEPUTY', 'MANAGER')),
    target_id    bigint      references principal (id), -- the stand-in
    order_key    text        not null check (char_length(order_key) <= 120),
    token_hash   bytea,                                 -- of the link it carries
    state        text        not null check (state in ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'FAILED', 'CANCELLED')),
    reason       text        check ((state = 'FAILED') = (reason is not null)),
    at           timestamptz not null,                  -- taken
    moved_at     timestamptz not null,
    delivered_at timestamptz,
    unique (recipient_id, round, step, way, target)
);
create unique index ding_step_key_idx on ding_step (org_id, order_key);
create unique index ding_step_token_idx on ding_step (token_hash) where token_hash is not null;
create index ding_step_stand_in_idx on ding_step (org_id, target_id, recipient_id) where target_id is not null;

create table ding_comment (
    id           bigint      generated always as identity primary key,
    org_id       bigint      not null references org (id),
    ding_id      bigint      not null references ding (id),
    author_id    bigint      references principal (id),
    recipient_id bigint      references ding_recipient (id), -- who wrote back by SMS
    text         text        not null check (char_length(text) between 1 and 2000),
    way          text        not null check (way in ('APP', 'SMS')),
    client_key   text        not null check (char_length(client_key) <= 200),
    at           timestamptz not null,
    check (author_id is not null or recipient_id is not null),
    unique (ding_id, client_key)
);
create index ding_comment_list_idx on ding_comment (ding_id, id);
