-- Limits that the office set, every version of each: append-only, the highest version of a number holds.
create table quota_version (
    id           bigint primary key,
    number       bigint        not null,
    version      integer       not null check (version > 0),
    scope        varchar(12)   not null check (scope in ('HOSPITAL', 'DEPARTMENT', 'DOCTOR')),
    scope_code   varchar(40)   not null,
    period       varchar(8)    not null check (period in ('MONTH', 'YEAR')),
    measure      varchar(24)   not null,
    -- in the measure's unit: yuan, percent, days or a count
    quota_limit  numeric(16,2) not null check (quota_limit > 0),
    levels       varchar(60)   not null,
    from_day     date          not null,
    to_day       date check (to_day >= from_day),
    withdrawn    boolean       not null,
    at           timestamptz   not null,
    by_user      varchar(60)   not null,
    reason       text          not null,
    unique (number, version)
);
create index quota_version_subject on quota_version (scope, scope_code);
create trigger quota_version_append_only before update or delete on quota_version
    for each row execute function refuse_change();

-- what the office asks a department about a quota or an overrun, and what the department answers
create table quota_query (
    id          bigint primary key,
    department  varchar(40)  not null,
    month       date         not null,
    subject     varchar(200) not null,
    question    text         not null,
    asked_at    timestamptz  not null,
    asked_by    varchar(60)  not null,
    answer      text,
    answered_at timestamptz,
    answered_by varchar(60),
    check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index quota_query_open on quota_query (department) where answer is null;
create index quota_query_asked on quota_query (asked_at desc);

create function quota_query_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.answer is not null
       or (new.id, new.department, new.month, new.subject, new.question, new.asked_at, new.asked_by)
          is distinct from (old.id, old.department, old.month, old.subject, old.question, old.asked_at, old.asked_by) then
        raise exception 'a query stays on file: it is answered once and never changed';
    end if;
    return new;
end $$;
create trigger quota_query_kept before update or delete on quota_query for each row execute function quota_query_kept();
