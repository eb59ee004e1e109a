//! From a checked policy to the files of a build: one document for each audience and language, one rule set for each
//! audience.
//!
//! In: a program, and what a build is asked for. Out: artifacts in memory, with names that tell policy, audience and
//! language apart.

use super::{Analysis, BuildError};
use crate::document::build;
use crate::document::build::{Digest, DigestOf, Form as Beside, FormKind, Options};
use crate::document::model::{Document, Target};
use crate::emit::rules::{RuleSetDocument, RulesError};
use crate::emit::{Artifact, BuildOptions, Form, html, markdown, rules};
use crate::hir::{Audience, Program, Published};

/// The name of the audience that everybody belongs to.
const PUBLIC: &str = "public";
/// The name of the audience that only we belong to.
const INTERNAL: &str = "internal";

/// The files that one policy is compiled into. A file that only lends declarations gives none.
pub(super) fn artifacts(analysis: &Analysis, options: &BuildOptions) -> Result<Vec<Artifact>, BuildError> {
    let Some(program) = &analysis.program else { return Ok(Vec::new()) };
    let languages = languages(analysis, program, options)?;
    let mut artifacts = Vec::new();
    for audience in audiences(analysis, program, options)? {
        let build = Build { analysis, program, options, audience };
        build.add_to(&mut artifacts, &languages)?;
    }
    if options.forms.contains(&Form::Html) {
        let bytes = html::STYLE_SHEET.as_bytes().to_vec();
        artifacts.push(Artifact { path: html::STYLE_SHEET_NAME.to_owned(), bytes });
    }
    Ok(artifacts)
}

/// The languages asked for, by their place in the header; all when none is named.
fn languages(
    analysis: &Analysis,
    program: &Program,
    options: &BuildOptions,
) -> Result<Vec<usize>, BuildError> {
    let known = &program.policy.languages;
    if options.languages.is_empty() {
        return Ok((0..known.len()).collect());
    }
    let place = |name: &String| {
        known.iter().position(|language| language.tag == name.as_str()).ok_or_else(|| {
            BuildError::UnknownLanguage {
                path: analysis.path.clone(),
                name: name.clone(),
                known: known.iter().map(|language| language.tag.to_string()).collect(),
            }
        })
    };
    options.languages.iter().map(place).collect()
}

/// The audiences asked for. A build is public unless it says otherwise, so that a published folder never holds more than
/// its readers may see by accident.
fn audiences(
    analysis: &Analysis,
    program: &Program,
    options: &BuildOptions,
) -> Result<Vec<Published>, BuildError> {
    if options.audiences.is_empty() {
        return Ok(vec![Published { audience: Audience::Everybody }]);
    }
    let find = |name: &String| {
        let audience = match name.as_str() {
            PUBLIC => Some(Audience::Everybody),
            INTERNAL => Some(Audience::Internal),
            party => {
                program.parties.get_key_value(party).map(|(name, _)| Audience::Party(name.clone().into()))
            }
        };
        audience.map(|audience| Published { audience }).ok_or_else(|| BuildError::UnknownAudience {
            path: analysis.path.clone(),
            name: name.clone(),
            known: [PUBLIC, INTERNAL]
                .into_iter()
                .map(str::to_owned)
                .chain(program.parties.keys().map(ToString::to_string))
                .collect(),
        })
    };
    options.audiences.iter().map(find).collect()
}

/// The build of one policy for one audience.
struct Build<'a> {
    analysis: &'a Analysis,
    program: &'a Program,
    options: &'a BuildOptions,
    audience: Published,
}

impl Build<'_> {
    fn add_to(&self, artifacts: &mut Vec<Artifact>, languages: &[usize]) -> Result<(), BuildError> {
        // Nobody waits for a rule set who did not ask for one: it takes as long as the page.
        let asked = self.options.forms.iter().any(|form| matches!(form, Form::Rules | Form::Yaml));
        let written = || rules::written(self.program, &self.audience, &self.analysis.sources);
        let set = asked.then(written).transpose().map_err(|error| self.failed(error))?;
        let digests = self.digests(set.as_ref().map(|(set, _)| set));
        let mut documents: Vec<Option<Document>> = vec![None; languages.len()];
        for form in &self.options.forms {
            match (form, &set) {
                (Form::Html | Form::Markdown, _) => {
                    for (&language, known) in languages.iter().zip(&mut documents) {
                        let document = self.document(language, *form, &digests, known)?;
                        let (extension, text) = match form {
                            Form::Html => ("html", html::page(document)),
                            Form::Markdown | Form::Rules | Form::Yaml => ("md", markdown::document(document)),
                        };
                        artifacts.push(artifact(self.file(Some(language), extension), text));
                    }
                }
                (Form::Rules, Some((_, json))) => {
                    artifacts.push(artifact(self.file(None, "rules.json"), rules::printed(json)));
                }
                (Form::Yaml, Some((set, _))) => {
                    let text = rules::yaml(set).map_err(|error| self.failed(error))?;
                    artifacts.push(artifact(self.file(None, "rules.yaml"), text));
                }
                (Form::Rules | Form::Yaml, None) => {}
            }
        }
        Ok(())
    }

    /// What the document is known by: its source, and the rule set that is made beside it, so that the two can be held
    /// together.
    fn digests(&self, set: Option<&RuleSetDocument>) -> Vec<Digest> {
        let known = set.and_then(|set| Some(set.sources.first()?.digest.clone()));
        let source = || Some(rules::sha256(self.analysis.sources.iter().next()?.1.text().as_bytes()));
        let of = |of| move |value| Digest { of, value };
        let source = known.or_else(source).map(of(DigestOf::Source));
        source.into_iter().chain(set.map(|set| set.digest.clone()).map(of(DigestOf::Rules))).collect()
    }

    /// The document in a language for a form. All forms are made of one document, in which only the links to the others
    /// differ.
    fn document<'d>(
        &self,
        language: usize,
        form: Form,
        digests: &[Digest],
        known: &'d mut Option<Document>,
    ) -> Result<&'d Document, BuildError> {
        let extension = if form == Form::Html { "html" } else { "md" };
        let count = self.program.policy.languages.len();
        let asked = &self.options.forms;
        let beside = [
            (Form::Rules, FormKind::RulesJson, self.file(None, "rules.json")),
            (Form::Yaml, FormKind::RulesYaml, self.file(None, "rules.yaml")),
            (Form::Html, FormKind::Html, self.file(Some(language), "html")),
            (Form::Markdown, FormKind::Markdown, self.file(Some(language), "md")),
        ];
        let options = Options {
            language,
            language_files: (0..count)
                .map(|other| Some(Target::Document(self.file(Some(other), extension))))
                .collect(),
            forms: beside
                .into_iter()
                .filter(|(kind, ..)| *kind != form && asked.contains(kind))
                .map(|(_, kind, file)| Beside { kind, target: Target::Document(file) })
                .collect(),
            digests: digests.to_vec(),
            ..Options::alone(self.audience.clone(), file_name(&self.analysis.path))
        };
        if let Some(document) = known {
            build::lay_beside(document, self.program, &options);
            return Ok(document);
        }
        let built = build::build(self.program, &options)
            .ok_or_else(|| BuildError::NoWords { path: self.analysis.path.clone() })?;
        Ok(known.insert(built))
    }

    /// `northwind.html`, `northwind.nl.html`, `northwind.partner.nl.html`: the first language and everybody have no part
    /// in the name.
    fn file(&self, language: Option<usize>, extension: &str) -> String {
        let mut name = self.program.policy.clause.name.to_string();
        match &self.audience.audience {
            Audience::Everybody => {}
            Audience::Internal => name.push_str(".internal"),
            Audience::Party(party) => {
                name.push('.');
                name.push_str(party.as_str());
            }
        }
        if let Some(language) =
            language.filter(|language| *language > 0).and_then(|at| self.program.policy.languages.get(at))
        {
            name.push('.');
            name.push_str(&language.tag);
        }
        format!("{name}.{extension}")
    }

    fn failed(&self, error: RulesError) -> BuildError {
        BuildError::Rules { path: self.analysis.path.clone(), error }
    }
}

fn artifact(path: String, text: String) -> Artifact {
    Artifact { path, bytes: text.into_bytes() }
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
