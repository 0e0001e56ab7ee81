-- A report as it is now.
create table report (
    id            bigint generated always as identity primary key,
    org_id        bigint      not null references org (id),
    template_id   bigint      not null,
    template_no   integer     not null,              -- which version of the template; never changes
    title         text        not null,              -- name of the template when it was sent
    author_id     bigint      not null references principal (id),
    department_id bigint,                            -- the author's main department when he sent it
    cycle         text        not null check (cycle in ('NONE', 'DAY', 'WEEK', 'MONTH')),
    period_from   date        not null,
    period_to     date        not null check (period_to >= period_from),
    state         text        not null default 'SENT' check (state in ('SENT', 'WITHDRAWN')),
    form_values   jsonb       not null,
    summary       jsonb       not null,              -- at most three lines for lists and cards
    numbers       jsonb       not null,              -- decimal strings by field, totals of tables as table.column
    search_text   text        not null,              -- lower case
    late          boolean     not null,
    version       integer     not null default 1,
    likes         integer     not null default 0,
    comments      integer     not null default 0,
    client_key    text        not null check (char_length(client_key) <= 64),
    sent_at       timestamptz not null,
    edited_at     timestamptz,
    withdrawn_at  timestamptz,
    unique (org_id, id),
    unique (org_id, author_id, client_key),
    check ((withdrawn_at is not null) = (state = 'WITHDRAWN'))
) with (fillfactor = 80);
-- One report for each person and period; for cycle NONE any number.
create unique index report_period_idx on report (org_id, template_id, period_from, author_id)
    where state = 'SENT' and cycle <> 'NONE';
create index report_author_idx on report (org_id, author_id, id desc);
create index report_template_idx on report (org_id, template_id, id desc);
-- Statistics of a template over time.
create index report_days_idx on report (org_id, template_id, period_from) include (author_id, department_id, late)
    where state = 'SENT';

-- What it was, version by version.
create table report_version (
    org_id      bigint      not null,
    report_id   bigint      not null,
    number      integer     not null check (number > 0),
    form_values jsonb       not null,
    at          timestamptz not null,
    primary key (org_id, report_id, number),
    foreign key (org_id, report_id) references report (org_id, id)
);

-- Who may read it besides its author, and how far he has read.
create table report_reader (
    org_id       bigint      not null,
    report_id    bigint      not null,
    principal_id bigint      not null references principal (id),
    recipient    boolean     not null,               -- false: was mentioned
    read_version integer     not null default 0,
    read_at      timestamptz,
    since        timestamptz not null,
    primary key (org_id, principal_id, report_id),
    foreign key (org_id, report_id) references report (org_id, id)
) with (fillfactor = 80);
create index report_reader_report_idx on report_reader (org_id, report_id, principal_id);
create index report_reader_unread_idx on report_reader (org_id, principal_id, report_id desc) where read_version = 0;

create table report_like (
    org_id       bigint      not null,
    report_id    bigint      not null,
    principal_id bigint      not null references principal (id),
    at           timestamptz not null,
    primary key (org_id, report_id, principal_id),
    foreign key (org_id, report_id) references report (org_id, id)
);

create table report_comment (
    id         bigint generated always as identity primary key,
    org_id     bigint      not null,
    report_id  bigint      not null,
    author_id  bigint      not null references principal (id),
    text       text        not null check (char_length(text) between 1 and 2000),
    mentions   bigint[]    not null,
    client_key text        not null check (char_length(client_key) <= 64),
    at         timestamptz not null,
    unique (org_id, report_id, author_id, client_key),
    foreign key (org_id, report_id) references report (org_id, id)
);
create index report_comment_list_idx on report_comment (org_id, report_id, id);

-- Conversations whose members may read it.
create table report_share (
    org_id          bigint      not null,
    report_id       bigint      not null,
    conversation_id bigint      not null,
    by_id           bigint      not null references principal (id),
    at              timestamptz not null,
    primary key (org_id, report_id, conversation_id),
    foreign key (org_id, report_id) references report (org_id, id)
);

-- What somebody has written and not sent. For cycle NONE there is one draft whatever the day.
create table report_draft (
    org_id        bigint      not null references org (id),
    template_id   bigint      not null,
    author_id     bigint      not null references principal (id),
    period_from   date        not null,
    template_no   integer     not null,
    form_values   jsonb       not null,
    recipients    bigint[]    not null,
    conversations bigint[]    not null,
    saved_at      timestamptz not null,
    primary key (org_id, author_id, template_id, period_from)
);
