-- How a company works. No row, or no settings: the standard. Changes of one company take turns on this row.
create table workcalendar_settings (
    org_id     bigint      primary key references org (id),
    settings   jsonb,
    updated_by bigint      references principal (id),
    updated_at timestamptz not null
);

-- What the company decided about single days.
create table workcalendar_day (
    org_id     bigint      not null references org (id),
    day        date        not null,
    work       boolean     not null,
    name       text        not null check (char_length(name) <= 30),
    changed_by bigint      not null references principal (id),
    changed_at timestamptz not null,
    primary key (org_id, day)
);

-- Public holidays of a year as the company imported them; they stand in for those that come with the program.
create table workcalendar_year (
    org_id      bigint      not null references org (id),
    year        integer     not null check (year between 2000 and 2100),
    document    jsonb       not null,
    imported_by bigint      not null references principal (id),
    imported_at timestamptz not null,
    primary key (org_id, year)
);
