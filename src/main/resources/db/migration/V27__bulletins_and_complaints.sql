-- What the office tells the desks (通知) and the policies it keeps for them (政策); who has read which, and when.
create table bulletin (
    id            bigint generated always as identity primary key,
    kind          varchar(8)    not null check (kind in ('NOTICE', 'POLICY')),
    title         varchar(200)  not null,
    text          varchar(10000) not null,
    -- blank where it was not written in English
    english_title varchar(200)  not null,
    english_text  varchar(10000) not null,
    from_day      date          not null,
    to_day        date check (to_day >= from_day),
    written_by    varchar(60)   not null,
    written_at    timestamptz   not null,
    withdrawn_by  varchar(60),
    withdrawn_at  timestamptz
);
create index bulletin_from on bulletin (from_day desc);

create table bulletin_read (
    bulletin_id bigint      not null references bulletin,
    who         varchar(60) not null,
    at          timestamptz not null,
    primary key (bulletin_id, who)
);

-- 投诉: taken, assigned with a due date, answered
create table complaint (
    id           bigint generated always as identity primary key,
    channel      varchar(12)   not null,
    complainant  varchar(100)  not null,
    contact      varchar(100)  not null,
    visit_number varchar(30)   not null,
    department   varchar(40)   not null,
    text         varchar(4000) not null,
    taken_by     varchar(60)   not null,
    taken_at     timestamptz   not null,
    assigned_to  varchar(100)  not null,
    due          date,
    answer       varchar(4000),
    justified    boolean,
    answered_by  varchar(60),
    answered_at  timestamptz,
    check ((answer is null) = (answered_at is null))
);
create index complaint_open on complaint (due) where answered_at is null;
create index complaint_taken on complaint (taken_at desc);
