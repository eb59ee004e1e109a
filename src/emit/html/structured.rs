//! The facts of a page for machines, as JSON-LD in the vocabulary of schema.org.
//!
//! In: the metadata of a document. Out: the text of a data block, which no browser runs. What the document does not
//! say is left out, never guessed.

use jiff::civil::Weekday;
use serde_json::{Map, Value};

use super::escape;
use crate::document::model::{ContactPoint, Document, Hours, Organization, Question};

/// The data block of a document, escaped for its `script` element.
pub fn data(document: &Document) -> String {
    let metadata = &document.metadata;
    let kind = if metadata.questions.is_empty() { "WebPage" } else { "FAQPage" };
    let mut page = Object(Map::new());
    page.0.insert("@context".into(), "https://schema.org".into());
    page.0.insert("@type".into(), kind.into());
    page.put("name", Some(&document.title.title));
    page.put("description", document.description.as_ref());
    page.put("url", metadata.canonical.as_ref());
    page.put("inLanguage", Some(&document.language));
    page.put("version", metadata.version.as_ref());
    page.put("temporalCoverage", metadata.effective.map(|date| format!("{date}/..")).as_ref());
    page.put_value("publisher", metadata.organization.as_ref().map(organization));
    page.put_list("mainEntity", metadata.questions.iter().map(question).collect());
    // A map of texts can always be written.
    escape::json(&serde_json::to_string(&page.0).unwrap_or_default())
}

fn organization(organization: &Organization) -> Value {
    let mut object = Object::new("Organization");
    object.put("name", Some(&organization.name));
    object.put("url", organization.url.as_ref());
    object.put_list("contactPoint", organization.contact_points.iter().map(contact_point).collect());
    Value::Object(object.0)
}

fn contact_point(point: &ContactPoint) -> Value {
    let mut object = Object::new("ContactPoint");
    object.put("contactType", Some(&point.kind));
    object.put("telephone", point.telephone.as_ref());
    object.put("email", point.email.as_ref());
    object.put("url", point.url.as_ref());
    object.put_list("availableLanguage", point.languages.iter().map(|tag| tag.as_str().into()).collect());
    object.put_list("areaServed", point.areas.iter().map(|code| code.as_str().into()).collect());
    object.put_list("hoursAvailable", point.hours.iter().map(hours).collect());
    Value::Object(object.0)
}

fn hours(hours: &Hours) -> Value {
    let mut object = Object::new("OpeningHoursSpecification");
    object.put_list("dayOfWeek", hours.days.iter().map(|day| weekday(*day).into()).collect());
    if let Some((opens, closes)) = hours.open {
        object.put("opens", Some(&opens.strftime("%H:%M").to_string()));
        object.put("closes", Some(&closes.strftime("%H:%M").to_string()));
    }
    object.put("validFrom", hours.valid_from.map(|date| date.to_string()).as_ref());
    object.put("validThrough", hours.valid_through.map(|date| date.to_string()).as_ref());
    Value::Object(object.0)
}

fn question(question: &Question) -> Value {
    let mut answer = Object::new("Answer");
    answer.put("text", Some(&question.answer));
    let mut object = Object::new("Question");
    object.put("name", Some(&question.question));
    object.put_value("acceptedAnswer", Some(Value::Object(answer.0)));
    Value::Object(object.0)
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "https://schema.org/Monday",
        Weekday::Tuesday => "https://schema.org/Tuesday",
        Weekday::Wednesday => "https://schema.org/Wednesday",
        Weekday::Thursday => "https://schema.org/Thursday",
        Weekday::Friday => "https://schema.org/Friday",
        Weekday::Saturday => "https://schema.org/Saturday",
        Weekday::Sunday => "https://schema.org/Sunday",
    }
}

/// A JSON object in the order in which it is filled; what is absent or empty is left out.
struct Object(Map<String, Value>);

impl Object {
    fn new(kind: &str) -> Self {
        let mut fields = Map::new();
        fields.insert("@type".into(), kind.into());
        Self(fields)
    }

    fn put(&mut self, name: &str, value: Option<&String>) {
        self.put_value(name, value.map(|text| Value::String(text.clone())));
    }

    fn put_list(&mut self, name: &str, values: Vec<Value>) {
        self.put_value(name, (!values.is_empty()).then_some(Value::Array(values)));
    }

    fn put_value(&mut self, name: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.0.insert(name.into(), value);
        }
    }
}
