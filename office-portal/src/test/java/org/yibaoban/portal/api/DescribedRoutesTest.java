package org.yibaoban.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** Every route of the office's JSON interface says at {@code /openapi} what it is for. */
class DescribedRoutesTest {

    @Test
    void everyRouteIsDescribed() {
        List<Method> routes = new OfficeApi()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(DescribedRoutesTest::isRoute)
                        .toList();

        assertThat(routes).hasSizeGreaterThan(30);
        assertThat(routes).allSatisfy(route -> {
            Operation described = route.getAnnotation(Operation.class);
            assertThat(described).as("@Operation of " + route).isNotNull();
            assertThat(described.summary()).as("summary of " + route).isNotBlank();
        });
    }

    private static boolean isRoute(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }
}
