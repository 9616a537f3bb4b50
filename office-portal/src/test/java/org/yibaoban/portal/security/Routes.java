package org.yibaoban.portal.security;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The portal's doors as its code and its pages declare them, each as {@code METHOD /path}: nothing is listed by hand, so
 * a new one is found. Those of the FHIR facade are declared by its CapabilityStatement and not here.
 */
final class Routes {

    private static final java.nio.file.Path WEBAPP = java.nio.file.Path.of("src/main/webapp");
    private static final String MANY = "/*";

    private Routes() {}

    static Collection<String> declared() throws IOException, ReflectiveOperationException {
        JavaClasses portal = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.yibaoban.portal");
        TreeSet<String> routes = new TreeSet<>();
        pages(routes);
        for (JavaClass found : portal) {
            if (found.isAnnotatedWith(WebServlet.class)) {
                servlet(found.reflect(), routes);
            } else if (found.isAnnotatedWith(ApplicationPath.class)) {
                application(found.reflect(), routes);
            }
        }
        return routes;
    }

    private static void pages(Collection<String> routes) throws IOException {
        try (Stream<java.nio.file.Path> files = Files.list(WEBAPP)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xhtml"))
                    .forEach(name -> routes.add("GET /" + name));
        }
    }

    private static void servlet(Class<?> servlet, Collection<String> routes) {
        Arrays.stream(servlet.getAnnotation(WebServlet.class).value())
                .filter(path -> !path.endsWith(MANY))
                .forEach(path -> routes.add("GET " + (path.isEmpty() ? "/" : path)));
    }

    private static void application(Class<?> type, Collection<String> routes) throws ReflectiveOperationException {
        String base = type.getAnnotation(ApplicationPath.class).value();
        Application application = (Application) type.getDeclaredConstructor().newInstance();
        for (Class<?> resource : application.getClasses()) {
            if (resource.isAnnotationPresent(Path.class)) {
                for (Method method : resource.getDeclaredMethods()) {
                    verbs(method)
                            .forEach(verb -> routes.add(verb + " "
                                    + joined(base, path(resource), path(method)).replace(" ", "")));
                }
            }
        }
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(HttpMethod::value);
    }

    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    private static String joined(String... parts) {
        return String.join("/", parts).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }
}
