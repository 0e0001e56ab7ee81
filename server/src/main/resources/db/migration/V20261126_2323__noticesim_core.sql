-- A telephone network to try things out with: phones that exist only on an administrator's page.
create table noticesim_phone (
    id        bigint      generated always as identity primary key,
    org_id    bigint      not null references org (id),
    number    text        not null check (char_length(number) between 7 and 16), -- +8613800138000
    switched  boolean     not null default true,
    delivery  text        not null default 'AT_ONCE'
                          check (delivery in ('AT_ONCE', 'DELAYED', 'NEVER', 'TWICE', 'UNDELIVERABLE')),
    moved_at  timestamptz not null,
    unique (org_id, number)
);
-- The list, those with news first.
create index noticesim_phone_list_idx on noticesim_phone (org_id, moved_at, id);

create table noticesim_sms (
    id         bigint      generated always as identity primary key,
    org_id     bigint      not null references org (id),
    phone_id   bigint      not null references noticesim_phone (id) on delete cascade,
    order_id   bigint,                          -- null: written by the phone
    text       text        not null check (char_length(text) <= 5000),
    state      text        not null check (state in ('ACCEPTED', 'DELIVERED', 'UNDELIVERED', 'WRITTEN')),
    receipt_at timestamptz,                     -- when the network says what became of it; null: never, or it has
    created_at timestamptz not null,
    check ((state = 'WRITTEN') = (order_id is null))
);
create index noticesim_sms_phone_idx on noticesim_sms (org_id, phone_id, id);
create index noticesim_sms_order_idx on noticesim_sms (org_id, order_id) where order_id is not null;
create index noticesim_sms_receipt_idx on noticesim_sms (receipt_at) where receipt_at is not null;
create index noticesim_sms_age_idx on noticesim_sms (created_at);

create table noticesim_call (
    id          bigint      generated always as identity primary key,
    org_id      bigint      not null references org (id),
    phone_id    bigint      not null references noticesim_phone (id) on delete cascade,
    order_id    bigint      not null,
    speech      text        not null check (char_length(speech) <= 5000),
    state       text        not null check (state in ('RINGING', 'ANSWERED', 'ENDED', 'REJECTED', 'NO_ANSWER', 'CUT')),
    pressed     text        check (pressed ~ '^[0-9*#]$'),
    started_at  timestamptz not null,
    answered_at timestamptz,
    ended_at    timestamptz,
    check ((state in ('RINGING', 'ANSWERED')) = (ended_at is null))
);
create index noticesim_call_phone_idx on noticesim_call (org_id, phone_id, id);
-- A phone is in one call at a time.
create unique index noticesim_call_open_idx on noticesim_call (org_id, phone_id) where ended_at is null;
create index noticesim_call_age_idx on noticesim_call (started_at);
