-- The catalogue's releases (docs/catalogue.md). What is in force is config/catalogue with every released change set on
-- top, in the order of their editions; nothing that was released is ever changed.

alter table tabular_load alter column channel type varchar(12);
alter table tabular_load drop constraint tabular_load_channel_check;
alter table tabular_load add constraint tabular_load_channel_check check (channel in ('FILE', 'VIEW', 'CATALOGUE'));

create table catalogue_set (
    id           bigint primary key,
    -- the file, with its progress and its rejected rows; none of what was done on a page
    load_id      bigint unique references tabular_load,
    kind         varchar(8)   not null check (kind in ('IMPORT', 'MAPPING', 'UNDO')),
    register     varchar(8)   not null check (register in ('NATIONAL', 'HOSPITAL')),
    undoes       bigint references catalogue_set,
    day          date         not null,
    complete     boolean      not null,
    usual_share  numeric(7,6),
    -- the edition that it was held against
    base         bigint       not null default 0,
    state        varchar(10)  not null check (state in ('OPEN', 'RELEASED', 'REJECTED')),
    proposed_by  varchar(60)  not null,
    proposed_at  timestamptz  not null,
    decided_by   varchar(60),
    decided_at   timestamptz,
    note         varchar(200) not null default '',
    edition      bigint unique,
    released_day date,
    added        integer      not null default 0,
    changed      integer      not null default 0,
    ended        integer      not null default 0,
    check ((kind = 'UNDO') = (undoes is not null)),
    check ((state = 'OPEN') = (decided_by is null)),
    check ((state = 'RELEASED') = (edition is not null and released_day is not null)),
    -- who imports does not release, whatever a program does; one mapping is one person's
    check (kind = 'MAPPING' or state <> 'RELEASED' or decided_by <> proposed_by)
);
create index catalogue_set_open on catalogue_set (id) where state = 'OPEN';
create unique index catalogue_set_undone on catalogue_set (undoes) where state <> 'REJECTED';

-- before and after: a line for each field, field=value; without an after the item ends
create table catalogue_change (
    id       bigint primary key,
    set_id   bigint      not null references catalogue_set,
    register varchar(8)  not null check (register in ('NATIONAL', 'HOSPITAL')),
    code     varchar(60) not null,
    kind     varchar(8)  not null check (kind in ('NEW', 'CHANGED', 'ENDED')),
    own_from date,
    before   text,
    after    text,
    unique (set_id, register, code),
    check ((kind = 'NEW') = (before is null)),
    check ((kind = 'ENDED') = (after is null))
);
create index catalogue_change_code on catalogue_change (register, code);

create function refuse_change_of_release() returns trigger language plpgsql as $$
begin
    if exists (select 1 from catalogue_set
               where id in (case when tg_op = 'INSERT' then new.set_id else old.set_id end) and edition is not null) then
        raise exception 'a released change set is not changed: take it back by a new one';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger catalogue_change_released before insert or update or delete on catalogue_change
    for each row execute function refuse_change_of_release();

create function refuse_change_of_released_set() returns trigger language plpgsql as $$
begin
    if old.edition is not null then
        raise exception 'a released change set is not changed: take it back by a new one';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger catalogue_set_released before update or delete on catalogue_set
    for each row execute function refuse_change_of_released_set();

-- the first share of residents, where it is not that of employees
alter table charge_line add column resident_pre_self_pay_rate numeric(7,6);
