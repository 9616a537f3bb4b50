package org.yibaoban.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.selection.Between;
import org.yibaoban.selection.Selection;

/** Puts the conditions of a selection together; only what is asked for stands in the query, so that an index serves it. */
final class Where {

    private final StringBuilder text;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Where(String alwaysTrue) {
        this.text = new StringBuilder(alwaysTrue);
    }

    /** @param id path of the row id, by which pages are cut */
    static Where behind(String id, Selection wanted) {
        return new Where(id + " > :after").value("after", wanted.after()).in(id, "ids", wanted.ids());
    }

    Where value(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** @param condition without parameters */
    Where given(String condition) {
        text.append(" and ").append(condition);
        return this;
    }

    Where is(String path, String name, Optional<?> value) {
        value.ifPresent(wanted -> {
            text.append(" and ").append(path).append(" = :").append(name);
            values.put(name, wanted);
        });
        return this;
    }

    Where in(String path, String name, Set<?> wanted) {
        if (!wanted.isEmpty()) {
            text.append(" and ").append(path).append(" in :").append(name);
            values.put(name, wanted);
        }
        return this;
    }

    <T extends Comparable<? super T>> Where within(String path, String name, Between<T> when) {
        return overlaps(path, path, name, when);
    }

    /** What begins before the end of the stretch and has not ended before its beginning. */
    <T extends Comparable<? super T>> Where overlaps(String begin, String end, String name, Between<T> when) {
        when.from().ifPresent(from -> {
            text.append(" and (").append(end).append(" >= :").append(name).append("From");
            if (!end.equals(begin)) {
                text.append(" or ").append(end).append(" is null");
            }
            text.append(')');
            values.put(name + "From", from);
        });
        when.before().ifPresent(before -> {
            text.append(" and ").append(begin).append(" < :").append(name).append("Before");
            values.put(name + "Before", before);
        });
        return this;
    }

    Where stay(Between<LocalDateTime> when) {
        return overlaps("v.admittedAt", "v.dischargedAt", "happened", when);
    }

    <T> TypedQuery<T> query(EntityManager em, String selectFrom, String order, Class<T> type, int limit) {
        TypedQuery<T> query = em.createQuery(selectFrom + " where " + text + " order by " + order, type)
                .setMaxResults(limit);
        values.forEach(query::setParameter);
        return query;
    }
}
