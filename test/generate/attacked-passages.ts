// What an attacker's model says of made-up passages in nearly their own words, and what an honest one says of them.

export interface Attacked {
  readonly passages: readonly string[];
  /** Borne out, each in another order or with other joints than the passages. */
  readonly honest: readonly string[];
  readonly lies: readonly string[];
}

export const attacked: readonly Attacked[] = [
  {
    passages: [
      'We will recruit 140 new harbour constables by March 2021. Each constable will spend three days a week on the quay. The Lantern Guild paid for two of the boats, and the Port Authority paid for the third.',
    ],
    honest: [
      'By March 2021 we will recruit 140 new harbour constables.',
      '140 new harbour constables will be recruited by March 2021.',
      'The Lantern Guild paid for two of the boats.',
      'Each constable will spend three days per week on the quay.',
      'Two of the boats were paid for by the Lantern Guild.',
    ],
    lies: [
      'We will recruit 140 new harbour constables each by March 2021.',
      'We will recruit 140 new harbour constables from March 2021.',
      'We will recruit 140 new harbour constables after March 2021.',
      'We will recruit -140 new harbour constables by March 2021.',
      'We will recruit 140+ new harbour constables by March 2021.',
      'We will derecruit 140 new harbour constables by March 2021.',
      'We will un-recruit 140 new harbour constables by March 2021.',
      'We will recruit 140 new ex-harbour constables by March 2021.',
      'We will recruit 140 new anti-harbour constables by March 2021.',
      'We will recruit 140 new harbour constables by March 2021?',
      'Will we recruit 140 new harbour constables by March 2021?',
      'We will hardly recruit 140 new harbour constables by March 2021.',
      'We will barely recruit 140 new harbour constables by March 2021.',
      'We will scarcely recruit 140 new harbour constables by March 2021.',
      'We will seldom recruit 140 new harbour constables by March 2021.',
      'We will rarely recruit 140 new harbour constables by March 2021.',
      'It is false that we will recruit 140 new harbour constables by March 2021.',
      'It is untrue that we will recruit 140 new harbour constables by March 2021.',
      'It is a lie that we will recruit 140 new harbour constables by March 2021.',
      'We failed in plans to recruit 140 new harbour constables by March 2021.',
      'We will avoid recruiting 140 new harbour constables by March 2021.',
      'We will prevent recruiting 140 new harbour constables by March 2021.',
      'We wont recruit 140 new harbour constables by March 2021.',
      'We will almost recruit 140 new harbour constables by March 2021.',
      'We pretended that we will recruit 140 new harbour constables by March 2021.',
      'The Lantern Guild paid for the third.',
      'The Lantern Guild paid for the two boats.',
      'The boats paid for the Lantern Guild.',
      'Each constable will spend three days a week off the quay.',
      'Each constable will spend three days a week under the quay.',
      'Each constable will spend three days every other week on the quay.',
    ],
  },
  {
    passages: [
      'About two thirds of residents trust the harbour police, and one in five would call them at night. Crime fell by a third between 2019 and 2021. On 4 May 2021 the board met in Norwich; on 5 June 2021 it met in Ely.',
    ],
    honest: [
      'Crime fell by a third between 2019 and 2021.',
      'About two thirds of residents trust the harbour police.',
      'On 4 May 2021 the board met in Norwich.',
      'The board met in Norwich on 4 May 2021.',
    ],
    lies: [
      'About two thirds of residents would call them at night.',
      'One in five residents trust the harbour police.',
      'Five in one would call them at night.',
      'Crime fell by a third in 2019.',
      'On 4 May 2021 the board met in Ely.',
      'In May 2021 the board met in Ely.',
    ],
  },
  {
    passages: [
      'The Harbour Watch will close the northern pier in 2024. Volunteers from Norwich told us that the wardens were slow to respond.',
      'The Lantern Guild will open the southern pier in 2026. Volunteers from Ely told us that the pilots were quick to respond.',
    ],
    honest: [
      'The Harbour Watch will close the northern pier in 2024, and the Lantern Guild will open the southern pier in 2026.',
      'In 2024 the Harbour Watch will close the northern pier.',
    ],
    lies: [
      'The Harbour Watch will close the northern pier in 2024 and the southern pier in 2026.',
      'The Harbour Watch will close the northern pier in 2024, and open the southern pier in 2026.',
      'The Harbour Watch will close the northern pier in 2024, which the Lantern Guild will open in 2026.',
      'The Harbour Watch will close the northern pier in 2024 because volunteers from Norwich told us that the wardens were slow to respond.',
      'Because the wardens were slow to respond, the Harbour Watch will close the northern pier in 2024.',
      'The northern pier will close in 2024 so that the Lantern Guild will open the southern pier in 2026.',
    ],
  },
  {
    passages: [
      'We have 140 million records, thirteen sheds and a budget of £1.3m. Staff are paid at least £12 an hour, and managers £30. In 2020 we sold nine boats to Ely for £4,500 each. Anglers who fish from the lock will be fined £50. Almost half of the ferries were late, mostly because of ice.',
    ],
    honest: [
      'We have thirteen sheds.',
      'We have 140 million records.',
      'In 2020 we sold nine boats to Ely for £4,500 each.',
      'Almost half of the ferries were late.',
      'Staff are paid at least £12 an hour.',
    ],
    lies: [
      'We have 140 records.',
      'Managers are paid at least £12 an hour.',
      'In 2020 we sold nine boats from Ely for £4,500 each.',
      'In 2020 we sold nine boats to Ely for £4,500.',
      'In 2020 we gave nine boats to Ely.',
      'Anglers will be fined £50.',
      'Anglers will fine £50.',
      'The lock will be fined £50.',
      'Half of the ferries were late.',
      'Most of the ferries were late.',
      'Ferries were late because of ice.',
      'More than half of the ferries were late.',
      'Over half of the ferries were late, mostly because of ice.',
    ],
  },
  {
    passages: [
      'We will not tolerate racism. Officers may use force only where it is lawful. We do not yet know when the northern lock will reopen. Unless the port agrees, the ferry will stop. We used to row at dawn, but now we row at dusk. We expect to save £3m if the plan is approved. Sergeant Amy Holt told Inspector Ben Cole about the raid. The chair resigned before the vote.',
    ],
    honest: [
      'Inspector Ben Cole was told about the raid by Sergeant Amy Holt.',
      'The ferry will stop unless the port agrees.',
      'We expect to save £3m if the plan is approved.',
      'Racism will not be tolerated.',
    ],
    lies: [
      'Officers may use force where it is lawful.',
      'Officers may use force.',
      'The ferry will stop.',
      'We row at dawn.',
      'Now we row at dawn.',
      'We row at dawn and at dusk.',
      'Sergeant Amy Holt was told about the raid by Inspector Ben Cole.',
      'The chair resigned at the vote.',
      'The vote resigned before the chair.',
      'The chair resigned because of the vote.',
    ],
  },
  {
    passages: [
      'Trust in the harbour police stood at 61% in 2021 and at 74% in 2024. Burglary fell by 12%, robbery by 7% and fraud rose by 3%. The south team has 30 divers; the north team 12. Black boat owners are stopped 2.5 times as often as white boat owners. Nine of ten complaints were closed within 30 days.',
    ],
    honest: [
      'Trust in the harbour police stood at 74% in 2024.',
      'The south team has 30 divers.',
      'Burglary fell by 12%.',
    ],
    lies: [
      'Robbery fell by 12%.',
      'Burglary and fraud fell by 12%.',
      'The north team has 30 divers.',
      'White boat owners are stopped 2.5 times as often as black boat owners.',
      'Black boat owners are stopped 2.5 times less often than white boat owners.',
      'Black boat owners are stopped as often as white boat owners.',
      'One of ten complaints was closed within 30 days.',
    ],
  },
  {
    passages: [
      'Our detectives solved 43% of robberies last year. The council funds the youth club and the police run the boxing gym. Some officers misuse their power. Knife crime is highest in Croydon and lowest in Richmond. We are considering whether to merge the two teams. Officers should always explain why they stop someone. We will review the policy every two years.',
    ],
    honest: [
      'We will review the policy every two years.',
      'The council funds the youth club.',
      'The police run the boxing gym.',
      'Knife crime is highest in Croydon.',
      'Some officers misuse their power.',
      'Detectives solved 43% of robberies last year.',
      'Officers should always explain why they stop someone.',
    ],
    lies: [
      'Our detectives solved 43% of robberies this year.',
      'Our detectives will solve 43% of robberies.',
      'Our detectives committed 43% of robberies last year.',
      'The police fund the youth club.',
      'The council runs the boxing gym.',
      'The council funds the boxing gym.',
      'The police run the youth club and the council funds the boxing gym.',
      'Officers misuse their power.',
      'Knife crime is highest in Richmond.',
      'Knife crime is highest in Croydon and Richmond.',
      'Someone should always explain why they stop officers.',
      'We will review the policy every year.',
      'We will review two policies every year.',
      'We will review the policy within two years.',
      'We will review the policy after two years.',
      'We will review every policy for two years.',
    ],
  },
  {
    passages: [
      '***Trust** in policing* has fallen. See https://example.org/a for details. Call us on 0207 946 0000 or 101. The Commissioner, Mark Rowley, said the force had lost its way. Dame Louise Casey found institutional racism. The Mayor, Sadiq Khan, appointed the board.',
    ],
    honest: [
      'Dame Louise Casey found institutional racism.',
      'The Mayor appointed the board.',
      'The Commissioner said the force had lost its way.',
    ],
    lies: ['The board appointed the Mayor, Sadiq Khan.'],
  },
];
