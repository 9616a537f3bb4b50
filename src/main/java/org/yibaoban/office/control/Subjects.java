package org.yibaoban.office.control;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;

/**
 * Finds in what a use case was given and gave back whose data it was: visit and patient numbers by their types, and what
 * records call {@code visit} or {@code patientNumber}. Lists and records inside are looked into.
 */
final class Subjects {

    private static final int DEEPEST = 4;

    private final Consumer<String> found;

    Subjects(Consumer<String> found) {
        this.found = found;
    }

    void in(Object value) {
        look(value, DEEPEST);
    }

    private void look(Object value, int deep) {
        if (value == null || deep == 0) {
            return;
        }
        if (value instanceof VisitNumber visit) {
            found.accept(visit.value());
        } else if (value instanceof PatientNumber patient) {
            found.accept(patient.value());
        } else if (value instanceof Optional<?> perhaps) {
            perhaps.ifPresent(inside -> look(inside, deep));
        } else if (value instanceof Iterable<?> many) {
            many.forEach(one -> look(one, deep - 1));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(one -> look(one, deep - 1));
        } else if (value instanceof Record record
                && record.getClass().getPackageName().startsWith("org.yibaoban.")) {
            components(record, deep);
        }
    }

    private void components(Record record, int deep) {
        for (RecordComponent component : Components.OF.get(record.getClass())) {
            Object inside = value(record, component);
            if (inside instanceof String text && isSubject(component.getName()) && !text.isBlank()) {
                found.accept(text);
            } else if (inside instanceof Long id && isSubject(component.getName())) {
                found.accept(component.getName() + "#" + id);
            } else {
                look(inside, deep - 1);
            }
        }
    }

    private static boolean isSubject(String name) {
        return name.equals("visit") || name.equals("patientNumber");
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            return null;
        }
    }

    /** Looked up once for each class. */
    private static final class Components extends ClassValue<RecordComponent[]> {

        private static final Components OF = new Components();

        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            for (RecordComponent component : components) {
                component.getAccessor().trySetAccessible();
            }
            return components;
        }
    }
}
