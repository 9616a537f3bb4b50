package org.yibaoban.portal.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * An XHTML page with marked elements, filled from data. Data enters as text nodes only, so nothing in it can become
 * markup. Marks: {@code data-text="key"} takes the value's text; {@code data-each="key"} repeats the element for each
 * map of a list, whose keys are seen first inside; {@code data-if="key"} stays only where the key has a value that is
 * neither blank nor empty.
 */
public final class Template {

    private final String resource;

    /** @param resource of the class path, absolute */
    public Template(String resource) {
        this.resource = resource;
    }

    /** @throws IllegalArgumentException when the template asks for a key that the data does not hold */
    public Document fill(Map<String, ?> data) {
        Document document = parse();
        fill(document.getDocumentElement(), new Data(data, null));
        return document;
    }

    /** The filled page for a browser. */
    public static String html(Document document) {
        try {
            TransformerFactory factory = TransformerFactory.newInstance();
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.METHOD, "xml");
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(document.getDocumentElement()), new StreamResult(text));
            return "<!DOCTYPE html>\n" + text;
        } catch (TransformerException e) {
            throw new IllegalStateException("a page could not be written", e);
        }
    }

    private Document parse() {
        try (InputStream in = Template.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no template " + resource);
            }
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("template " + resource, e);
        }
    }

    private static void fill(Element element, Data data) {
        if (element.hasAttribute("data-if") && !data.present(take(element, "data-if"))) {
            element.getParentNode().removeChild(element);
            return;
        }
        if (element.hasAttribute("data-each")) {
            repeat(element, data);
            return;
        }
        if (element.hasAttribute("data-text")) {
            element.setTextContent(String.valueOf(data.get(take(element, "data-text"))));
            return;
        }
        for (Element child : children(element)) {
            fill(child, data);
        }
    }

    private static void repeat(Element element, Data data) {
        Node parent = element.getParentNode();
        for (Map<?, ?> item : data.list(take(element, "data-each"))) {
            Element copy = (Element) element.cloneNode(true);
            parent.insertBefore(copy, element);
            fill(copy, new Data(item, data));
        }
        parent.removeChild(element);
    }

    private static String take(Element element, String mark) {
        String key = element.getAttribute(mark);
        element.removeAttribute(mark);
        return key;
    }

    private static List<Element> children(Element element) {
        List<Element> found = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element childElement) {
                found.add(childElement);
            }
        }
        return found;
    }

    /** Values by key; what is not here is looked for outside. */
    private record Data(Map<?, ?> values, Data outer) {

        Object get(String key) {
            if (values.containsKey(key)) {
                return values.get(key);
            }
            if (outer == null) {
                throw new IllegalArgumentException("no value for " + key);
            }
            return outer.get(key);
        }

        boolean present(String key) {
            Object value = get(key);
            return value instanceof List<?> list
                    ? !list.isEmpty()
                    : !String.valueOf(value).isBlank();
        }

        List<Map<?, ?>> list(String key) {
            if (!(get(key) instanceof List<?> list)) {
                throw new IllegalArgumentException(key + " is no list");
            }
            List<Map<?, ?>> items = new ArrayList<>();
            for (Object item : list) {
                items.add((Map<?, ?>) item);
            }
            return items;
        }
    }
}
